import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../app/session.ts'
import { useAct } from '../app/use-act.ts'
import { useMayWrite } from '../app/use-may-write.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { cx } from '../ui/class-names.ts'
import { Select } from '../ui/form/Select.tsx'
import { MoreMenu } from '../ui/Menu.tsx'
import { StatusPill } from '../ui/Pill.tsx'
import { changePerson, type Person, type Role } from './api.ts'
import { PasswordDrawer } from './PasswordDrawer.tsx'
import { useRoleOptions } from './use-role-options.ts'

/** One person: role at once with undo, access and departure behind the three dots. */
export function PersonLine({ person }: { readonly person: Person }) {
  const { t } = useTranslation('people')
  const { t: tApp } = useTranslation('app')
  const me = useSession().person
  const act = useAct()
  const roles = useRoleOptions()
  const [isChangingPassword, setChangingPassword] = useState(false)
  const isMe = person.id === me.id
  const mayWrite = useMayWrite('people') && (person.role !== 'admin' || me.role === 'admin')
  const { id, name, isActive, canSignIn } = person

  const setRole = (role: Role) =>
    void act({
      work: () => changePerson(id, { role }),
      done: () => t('team.roleSaved', { name, role: tApp(`role.${role}`) }),
      undo: () => changePerson(id, { role: person.role }),
    })
  const setActive = (becomes: boolean) =>
    void act({
      work: () => changePerson(id, { isActive: becomes }),
      done: () => t(becomes ? 'team.reactivated' : 'team.deactivated', { name }),
      undo: () => changePerson(id, { isActive: !becomes }),
    })
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line px-4 py-2 text-body">
      <Avatar name={name} size="medium" />
      <span className={cx('min-w-44 flex-1', !isActive && 'text-ink3')}>
        <span className="block truncate font-medium">
          {name}
          {isMe && <span className="font-regular text-ink3"> ({t('team.you')})</span>}
        </span>
        <span className="block truncate text-small text-ink3">
          {person.email}
          {person.phone && ` · ${person.phone}`}
        </span>
      </span>
      <StatusPill tone={!isActive ? 'neutral' : canSignIn ? 'paid' : 'neutral'}>
        {t(isActive ? (canSignIn ? 'team.signsIn' : 'team.signsInNot') : 'team.left')}
      </StatusPill>
      <Select
        label={`${t('role')}, ${name}`}
        labelHidden
        size="small"
        options={roles}
        value={person.role}
        onChange={setRole}
        isDisabled={!mayWrite || !isActive}
        className="w-44"
      />
      <MoreMenu
        label={t('team.acts', { name })}
        variant="quiet"
        acts={[
          {
            id: 'password',
            label: t(canSignIn ? 'team.newPassword' : 'team.givePassword'),
            run: () => setChangingPassword(true),
            disabledReason: mayWrite ? undefined : t('team.notYours'),
          },
          {
            id: 'active',
            label: t(isActive ? 'team.deactivate' : 'team.reactivate'),
            run: () => setActive(!isActive),
            startsGroup: true,
            disabledReason: isMe
              ? t('team.notYourself')
              : mayWrite
                ? undefined
                : t(person.role === 'admin' ? 'team.onlyAdmin' : 'team.notYours'),
          },
        ]}
      />
      <PasswordDrawer person={person} isOpen={isChangingPassword} onClose={() => setChangingPassword(false)} />
    </li>
  )
}
