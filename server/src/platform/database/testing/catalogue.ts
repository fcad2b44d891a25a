import type pg from 'pg'

interface Complaint {
  readonly complaint: string
}

/**
 * What in schema quittance breaks the rule that keeps organisations apart, one sentence each: every table led by
 * organization_id, row-level security enabled and forced with the policy of the house, nothing that steps around it.
 */
export async function complaintsOf(owner: pg.Pool): Promise<string[]> {
  const found: string[] = []
  for (const rule of [tables, keys, foreignKeys, policies, portfolios, grants, views, definers, appRole]) {
    const { rows } = await owner.query<Complaint>(rule)
    found.push(...rows.map(({ complaint }) => complaint))
  }
  return found.sort()
}

const ours = `n.nspname = 'quittance' and c.relkind in ('r', 'p')`

const tables = `
  select c.relname || ': ' || what as complaint
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  left join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped
  cross join lateral (values
    (a.attnum is null, 'has no organization_id'),
    (a.attnum is not null and not a.attnotnull, 'organization_id may be null'),
    (not c.relrowsecurity, 'row-level security is not enabled'),
    (not c.relforcerowsecurity, 'row-level security is not forced on its owner'),
    (not exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary), 'has no primary key'),
    (pg_get_userbyid(c.relowner) = 'quittance_app', 'belongs to quittance_app'),
    (obj_description(c.oid) is null or obj_description(c.oid) !~ '^[a-z]+: ', 'its comment does not name its word')
  ) as rule(broken, what)
  where ${ours} and rule.broken`

const keys = `
  select c.relname || ': ' || k.relname || ' does not begin with organization_id' as complaint
  from pg_index i
  join pg_class c on c.oid = i.indrelid
  join pg_class k on k.oid = i.indexrelid
  join pg_namespace n on n.oid = c.relnamespace
  left join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
  where ${ours} and i.indisunique and a.attname is distinct from 'organization_id'`

const foreignKeys = `
  select c.relname || ': ' || f.conname || ' may point into another organisation' as complaint
  from pg_constraint f
  join pg_class c on c.oid = f.conrelid
  join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[1]
  join pg_attribute b on b.attrelid = f.confrelid and b.attnum = f.confkey[1]
  where ${ours} and f.contype = 'f' and (a.attname <> 'organization_id' or b.attname <> 'organization_id')`

const policies = `
  select c.relname || ': lacks the policy of the house' as complaint
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  where ${ours} and not exists (
    select from pg_policies p
    where p.schemaname = n.nspname and p.tablename = c.relname and p.roles = '{quittance_app}' and p.cmd = 'ALL'
      and p.qual like '%organization_id = %current_organization()%'
      and p.with_check like '%organization_id = %current_organization()%')
  union all
  select p.tablename || ': policy ' || p.policyname || ' lets more in' from pg_policies p
  where p.schemaname = 'quittance' and p.permissive = 'PERMISSIVE'
    and not (p.policyname = 'own_organization' and p.roles = '{quittance_app}')
    and p.roles <> '{quittance_maintenance}'`

/** Tables that are not of one customer, and why who sees a portfolio only may read them. */
export const everybodys: Readonly<Record<string, string>> = {
  api_key: 'names of programs',
  default_scenario: 'the rules of the house',
  dispute_category: 'the words of the house',
  half_year_rate: 'rates of the law',
  legal_entity: 'the firms of the house',
  mailbox: 'a setting of the house',
  mapping: 'which column is what, no row',
  message_language: 'the texts of the house',
  message_template: 'the texts of the house',
  organization: 'the rules of the house',
  payer_rules: 'the rules of the house',
  person: 'the names of colleagues',
  saved_view: 'filters under a name, one’s own or shared',
  scenario: 'the rules of the house',
  scenario_rule: 'the rules of the house',
  scenario_step: 'the rules of the house',
  scenario_version: 'the rules of the house',
  smtp_settings: 'a setting of the house',
}
/** Sums of changes: every act adds its line, and only who sees everything reads them. */
export const addedTo = ['payment_tally', 'reminder_tally']

const names = (list: readonly string[]): string => list.map((name) => `'${name}'`).join(', ')
const portfolios = `
  select c.relname || ': neither kept in portfolios (keep_in_portfolio, keep_with, keep_from_portfolios) nor said to be everybody’s' as complaint
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  where ${ours} and c.relname not in (${names(Object.keys(everybodys))}) and (
    select coalesce(string_agg(p.cmd, ' ' order by p.cmd), '') from pg_policies p
    where p.schemaname = n.nspname and p.tablename = c.relname and p.permissive = 'RESTRICTIVE' and p.roles = '{quittance_app}'
      and p.qual ~ '^\\(*\\s*SELECT (sees_whole_house|sees_bank|sees_every_task)\\(\\) AS'
  ) not in ('ALL', case when c.relname in (${names(addedTo)}) then 'DELETE SELECT UPDATE' else 'ALL' end)
  union all
  select e || ': is said to be everybody’s, and names a customer' from unnest(array[${names(Object.keys(everybodys))}]) e
  join information_schema.columns a on a.table_schema = 'quittance' and a.table_name = e and a.column_name = 'customer_id'`

// TRUNCATE and REFERENCES look past row-level security; a trigger could be made to.
const grants = `
  select g.table_name || ': ' || g.grantee || ' may ' || g.privilege_type as complaint
  from information_schema.role_table_grants g
  where g.table_schema = 'quittance'
    and ((g.grantee = 'quittance_app' and g.privilege_type not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE'))
         or g.grantee in ('PUBLIC', 'quittance_auth', 'quittance_jobs'))
  union all
  select 'schema auth: quittance_app may enter' where has_schema_privilege('quittance_app', 'auth', 'usage')
  union all
  select 'schema quittance: quittance_app may create' where has_schema_privilege('quittance_app', 'quittance', 'create')`

const views = `
  select c.relname || ': a view reads with the eyes of its owner' as complaint
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'quittance'
    and (c.relkind = 'm' or (c.relkind = 'v' and not coalesce('security_invoker=true' = any(c.reloptions), false)))`

/** Functions that run as the owner and thus see every organisation: each was read with that in mind. */
const known = [
  'api_key_of',
  'change_password',
  'found_organization',
  'has_accounts',
  'invoices_numbered',
  'learn_sizes',
  'memberships_of',
  'open_account',
  'organization_ids',
  'payments_referenced',
  'portfolio_of',
  'remove_demo_organization',
  'sms_parts',
]
const definers = `
  select p.proname || '(): runs as its owner' as complaint
  from pg_proc p
  join pg_namespace n on n.oid = p.pronamespace
  where n.nspname = 'quittance' and p.prosecdef
    and (p.proname <> all ('{${known.join(',')}}')
         or not exists (select from unnest(p.proconfig) s where s like 'search_path=%pg_temp')
         or has_function_privilege('public', p.oid, 'execute'))`

const appRole = `
  select 'quittance_app: ' || what as complaint
  from pg_roles r
  cross join lateral (values
    (r.rolsuper, 'is superuser'),
    (r.rolbypassrls, 'may bypass row-level security'),
    (r.rolcreaterole, 'may make roles'),
    (exists (select from pg_class c where c.relowner = r.oid), 'owns something'),
    (exists (select from pg_auth_members m where m.member = r.oid), 'is a member of another role')
  ) as rule(broken, what)
  where r.rolname = 'quittance_app' and rule.broken`
