-- Three roles with no more rights than they need. To be run once, by somebody who may make roles and schemas here.
-- People and services become members of one of them: GRANT "muniprog_writer" TO anna;

-- Owns the schema: makes its tables and brings them up to date.
CREATE ROLE {owner} NOLOGIN;

-- Saves and removes programmes; can change nothing of what was saved before, and no table.
CREATE ROLE {writer} NOLOGIN;

-- Reads programmes, their history and the tables: for BI tools.
CREATE ROLE {reader} NOLOGIN;

CREATE SCHEMA {schema} AUTHORIZATION {owner};
