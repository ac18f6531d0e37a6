-- The programmes as tables for plain SQL, made anew from the programme by each save. Nothing is kept here alone.
-- Texts in several languages stand here in the language of record; the columns `…_languages` have all of them.
-- Positions count from 0 and give the order of the programme.

CREATE TABLE programmes (
    id text COLLATE "C" PRIMARY KEY,
    revision bigint NOT NULL,
    saved_at timestamptz NOT NULL,
    saved_by text NOT NULL,
    title text,
    title_languages jsonb,
    summary text,
    summary_languages jsonb,
    period text,
    languages jsonb,
    municipality text,
    municipality_code text,
    country text,
    adopted_on date
);

CREATE TABLE themes (
    programme text COLLATE "C" NOT NULL,
    position integer NOT NULL,
    id text,
    title text,
    title_languages jsonb,
    description text,
    description_languages jsonb,
    note text,
    parent text
);

CREATE TABLE goals (
    programme text COLLATE "C" NOT NULL,
    theme text,
    position integer NOT NULL,
    id text,
    title text,
    title_languages jsonb,
    description text,
    description_languages jsonb,
    note text,
    timeframe text,
    timeframe_start text,
    timeframe_end text
);

CREATE TABLE actions (
    programme text COLLATE "C" NOT NULL,
    theme text,
    goal text,
    position integer NOT NULL,
    id text,
    title text,
    title_languages jsonb,
    description text,
    description_languages jsonb,
    note text,
    timeframe text,
    timeframe_start text,
    timeframe_end text,
    visibility text NOT NULL,
    depends_on jsonb,
    tags jsonb,
    custom_values jsonb
);

CREATE TABLE goal_owners (
    programme text COLLATE "C" NOT NULL,
    goal text,
    owner text,
    role text NOT NULL,
    note text,
    inherited boolean NOT NULL
);

CREATE TABLE action_owners (
    programme text COLLATE "C" NOT NULL,
    action text,
    owner text,
    role text NOT NULL,
    note text,
    inherited boolean NOT NULL
);

CREATE TABLE owners (
    programme text COLLATE "C" NOT NULL,
    position integer NOT NULL,
    id text,
    name text,
    name_languages jsonb,
    kind text,
    parent text,
    valid_from date,
    valid_until date,
    succeeded_by text
);

-- A value that is a number, or yes (1) or no (0), stands in `value`; one that is a text in `value_text`.
CREATE TABLE indicators (
    programme text COLLATE "C" NOT NULL,
    item text,
    position integer NOT NULL,
    id text,
    title text,
    title_languages jsonb,
    description text,
    description_languages jsonb,
    note text,
    measure text,
    unit text,
    unit_languages jsonb,
    per text,
    series text,
    direction text,
    baseline numeric,
    baseline_text text,
    baseline_kind text,
    baseline_period text,
    source text
);

CREATE TABLE targets (
    programme text COLLATE "C" NOT NULL,
    indicator text,
    position integer NOT NULL,
    value numeric,
    value_text text,
    value_kind text,
    due text,
    comparison text,
    set_on date,
    set_by text,
    reason text
);

CREATE TABLE observations (
    programme text COLLATE "C" NOT NULL,
    indicator text,
    follow_up text,
    position integer NOT NULL,
    period text,
    value numeric,
    value_text text,
    value_kind text,
    missing text,
    reason text,
    numerator numeric,
    denominator numeric,
    dimensions jsonb,
    note text,
    source text,
    reported_by text,
    reported_on date
);

CREATE TABLE updates (
    programme text COLLATE "C" NOT NULL,
    follow_up text,
    position integer NOT NULL,
    item text,
    status text,
    note text,
    next_steps text,
    planned_end date,
    actual_start date,
    actual_end date,
    reported_by text,
    reported_on date,
    approved_by text,
    approved_on date
);

-- Every title and description in every language, for the search. Words that are too many to be kept are NULL.
CREATE TABLE texts (
    programme text COLLATE "C" NOT NULL,
    position integer NOT NULL,
    item text NOT NULL,
    language text NOT NULL,
    text text NOT NULL,
    words tsvector
);

CREATE INDEX ON themes (programme);
CREATE INDEX ON goals (programme);
CREATE INDEX ON actions (programme);
CREATE INDEX ON goal_owners (programme);
CREATE INDEX ON action_owners (programme);
CREATE INDEX ON owners (programme);
CREATE INDEX ON indicators (programme);
CREATE INDEX ON targets (programme);
CREATE INDEX ON observations (programme);
CREATE INDEX ON updates (programme);
CREATE INDEX ON texts (programme);
CREATE INDEX ON texts USING gin (words);
CREATE INDEX ON texts (programme) WHERE words IS NULL;
