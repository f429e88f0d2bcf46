-- The role that the bot uses: an ordinary one, which owns this database and all that is in it, and may do nothing else
-- to the server or the machine. Run by the superuser at every start, by the embedded server (roles.ts) and by
-- docker-compose.yml. In the first release the bot was the superuser itself: here its tables change hands.
-- The password is in the setting cohort.bot_password.
do $$
declare
  change text;
begin
  if not exists (select from pg_roles where rolname = 'cohort_bot') then
    create role cohort_bot;
  end if;
  execute format(
    'alter role cohort_bot login nosuperuser nocreatedb nocreaterole nobypassrls password %L',
    current_setting('cohort.bot_password')
  );
  execute format('alter database %I owner to cohort_bot', current_database());
  for change in
    with superusers as (select oid from pg_roles where rolsuper),
    -- Since PostgreSQL 15 `public` belongs to whoever owns the database.
    schemas as (
      select oid, nspname, nspowner from pg_namespace
      where nspname !~ '^pg_' and nspname <> 'information_schema'
    ),
    -- What an extension brought is its own; a sequence of a column follows its table.
    bound as (
      select classid, objid from pg_depend where deptype in ('e', 'a', 'i')
    )
    select format('alter schema %I owner to cohort_bot', nspname)
      from schemas where nspowner in (select oid from superusers)
    union all
    select format('alter table %I.%I owner to cohort_bot', s.nspname, c.relname)
      from pg_class c join schemas s on s.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and c.relowner in (select oid from superusers)
        and not exists (select from bound where classid = 'pg_class'::regclass and objid = c.oid)
    union all
    select format('alter type %I.%I owner to cohort_bot', s.nspname, t.typname)
      from pg_type t join schemas s on s.oid = t.typnamespace
      where t.typtype in ('e', 'd') and t.typowner in (select oid from superusers)
        and not exists (select from bound where classid = 'pg_type'::regclass and objid = t.oid)
    union all
    select format('alter routine %s owner to cohort_bot', p.oid::regprocedure)
      from pg_proc p join schemas s on s.oid = p.pronamespace
      where p.proowner in (select oid from superusers)
        and not exists (select from bound where classid = 'pg_proc'::regclass and objid = p.oid)
  loop
    execute change;
  end loop;
end
$$;
