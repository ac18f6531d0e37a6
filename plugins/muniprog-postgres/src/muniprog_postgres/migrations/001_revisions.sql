-- What is kept: every state that a programme has ever had. A row is added by each save and never changed.

CREATE TABLE revisions (
    programme text COLLATE "C" NOT NULL,
    number bigint NOT NULL CHECK (number > 0),
    saved_at timestamptz NOT NULL,
    saved_by text NOT NULL,
    note text NOT NULL,
    -- The programme as JSON, to the letter; NULL where it was removed. Not jsonb, which forgets the order of keys.
    mapping json,
    -- SHA-256 of that text in UTF-8, by which damage is seen.
    sha256 text CHECK ((sha256 IS NULL) = (mapping IS NULL)),
    -- By which a client whose connection was cut finds out whether its save was done.
    save_id uuid NOT NULL UNIQUE,
    PRIMARY KEY (programme, number)
);

-- Which state is the latest of each programme. Whoever saves a programme locks its row.
CREATE TABLE latest (
    programme text COLLATE "C" PRIMARY KEY,
    number bigint NOT NULL DEFAULT 0
);
