-- What a writer and a reader may do. It is run after every migration, and does nothing where there are no such roles.
-- A writer adds revisions but changes none: what has been saved stays as it was saved.

DO $grants$
DECLARE
    schema CONSTANT text := current_schema();
    writer CONSTANT text := schema || '_writer';
    reader CONSTANT text := schema || '_reader';
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = reader) THEN
        EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', schema, reader);
        EXECUTE format('GRANT SELECT ON ALL TABLES IN SCHEMA %I TO %I', schema, reader);
    END IF;
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = writer) THEN
        EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', schema, writer);
        EXECUTE format('GRANT SELECT ON ALL TABLES IN SCHEMA %I TO %I', schema, writer);
        EXECUTE format('GRANT INSERT ON revisions TO %I', writer);
        EXECUTE format('GRANT INSERT, UPDATE ON latest TO %I', writer);
        EXECUTE format(
            'GRANT INSERT, DELETE ON programmes, themes, goals, goal_owners, actions, action_owners, owners, '
            'indicators, targets, observations, updates, texts TO %I', writer
        );
    END IF;
END
$grants$;
