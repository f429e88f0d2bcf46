-- Two ordinary roles: cohort_owner owns this database and all that is in it, and is used at the start alone, to make and
-- change tables; cohort_bot, which the bot is, may read and write rows and nothing else. Neither may do anything to the
-- server or the machine. Run by the superuser at every start, by the embedded server (roles.ts) and by docker-compose.yml.
-- What an earlier release made changes hands here: in the first one the bot was the superuser itself, later the owner.
-- The passwords are in the settings cohort.owner_password and cohort.bot_password; without one, no password opens the role.
do $$
declare
  name text;
  change text;
begin
  foreach name in array array['cohort_owner', 'cohort_bot'] loop
    if not exists (select from pg_roles where rolname = name) then
      execute format('create role %I', name);
    end if;
    execute format(
      'alter role %I login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password %L',
      name, nullif(current_setting(replace(name, '_', '.') || '_password', true), '')
    );
  end loop;
  execute format('alter database %I owner to cohort_owner', current_database());
  execute format('revoke temporary on database %I from public', current_database());
  reassign owned by cohort_bot to cohort_owner;
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
    select format('alter schema %I owner to cohort_owner', nspname)
      from schemas where nspowner in (select oid from superusers)
    union all
    select format('alter table %I.%I owner to cohort_owner', s.nspname, c.relname)
      from pg_class c join schemas s on s.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and c.relowner in (select oid from superusers)
        and not exists (select from bound where classid = 'pg_class'::regclass and objid = c.oid)
    union all
    select format('alter type %I.%I owner to cohort_owner', s.nspname, t.typname)
      from pg_type t join schemas s on s.oid = t.typnamespace
      where t.typtype in ('e', 'd') and t.typowner in (select oid from superusers)
        and not exists (select from bound where classid = 'pg_type'::regclass and objid = t.oid)
    union all
    select format('alter routine %s owner to cohort_owner', p.oid::regprocedure)
      from pg_proc p join schemas s on s.oid = p.pronamespace
      where p.proowner in (select oid from superusers)
        and not exists (select from bound where classid = 'pg_proc'::regclass and objid = p.oid)
  loop
    execute change;
  end loop;
  -- In the same transaction as the rest, for a bot of an earlier release that is at work meanwhile. What is made later
  -- is granted by whoever makes it (migrate.ts).
  grant select, insert, update, delete on all tables in schema public to cohort_bot;
  grant usage, select on all sequences in schema public to cohort_bot;
end
$$;
