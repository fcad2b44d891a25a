export function withFileLock<T>(file: string, work: () => Promise<T>, waiting?: (pid: number) => void): Promise<T>
export function identity(pid: number): string
export function isAlive(pid: number, itsIdentity?: string): boolean
