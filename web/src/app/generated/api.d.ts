// Placeholder until this file is generated from the server's OpenAPI document; then it is overwritten whole.
export interface paths {
  '/api/v1/session': {
    get: {
      responses: {
        200: {
          content: {
            'application/json': {
              person: { id: number; name: string; role: 'admin' | 'director' | 'accountant' | 'sales' | 'project' | 'readonly' }
              organization: { name: string }
              today: string
              badges: { tasks?: number; payments?: number; reminders?: number; opportunities?: number; portfolio?: number }
            }
          }
        }
        401: { content: { 'application/json': { code: string; message: string } } }
      }
    }
  }
}
