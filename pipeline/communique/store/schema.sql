-- The tables of a Communique database. Every table and column says what it holds in its comment,
-- which any DuckDB client shows: SELECT * FROM duckdb_columns() WHERE comment IS NOT NULL.
--
-- Only `articles` and `sources` carry a primary key: on the tables with many rows an article, keys
-- would cost several times the space, and the writer replaces all rows of an article in one
-- transaction anyway.

CREATE TABLE schema_info (
    version BIGINT,
    communique VARCHAR
);
COMMENT ON TABLE schema_info IS 'One row: the form of this database.';
COMMENT ON COLUMN schema_info.version IS 'Number of the table layout; a Communique opens its own number only.';
COMMENT ON COLUMN schema_info.communique IS 'Version of the Communique that made the database.';

CREATE TABLE runs (
    run_id VARCHAR,
    started_at TIMESTAMPTZ,
    finished_at TIMESTAMPTZ,
    status VARCHAR,
    engine VARCHAR,
    model VARCHAR,
    version VARCHAR,
    inputs VARCHAR[],
    articles_seen BIGINT,
    articles_done BIGINT,
    articles_skipped BIGINT,
    articles_failed BIGINT,
    config JSON
);
COMMENT ON TABLE runs IS 'One batch run.';
COMMENT ON COLUMN runs.run_id IS 'Id of the run; sorts by the time of its start.';
COMMENT ON COLUMN runs.started_at IS 'When the run started.';
COMMENT ON COLUMN runs.finished_at IS 'When the run ended; NULL while it goes on, and for one that was killed.';
COMMENT ON COLUMN runs.status IS 'running, completed, interrupted (stopped or killed; the next run goes on from there) or failed.';
COMMENT ON COLUMN runs.engine IS 'Which engine read the articles.';
COMMENT ON COLUMN runs.model IS 'Name and version of the engine''s model; NULL for an engine without one.';
COMMENT ON COLUMN runs.version IS 'Version of Communique.';
COMMENT ON COLUMN runs.inputs IS 'The files and folders that the run was given.';
COMMENT ON COLUMN runs.articles_seen IS 'Number of articles met: done, skipped and failed together. An input that cannot be read counts as one.';
COMMENT ON COLUMN runs.articles_done IS 'Number of articles read and written by this run.';
COMMENT ON COLUMN runs.articles_skipped IS 'Number of articles left as they were: done by an earlier run, or a second copy.';
COMMENT ON COLUMN runs.articles_failed IS 'Number of inputs and articles that could not be processed; see failures.';
COMMENT ON COLUMN runs.config IS 'The settings of the run: fields, batch_size (articles).';

CREATE TABLE articles (
    article_id VARCHAR PRIMARY KEY,
    run_id VARCHAR,
    source_path VARCHAR,
    url VARCHAR,
    site VARCHAR,
    title VARCHAR,
    text VARCHAR,
    language VARCHAR,
    language_confidence DOUBLE,
    published_on DATE,
    event_type VARCHAR,
    event_date VARCHAR,
    event_place VARCHAR,
    is_cooperation BOOLEAN,
    duplicate_of VARCHAR,
    file VARCHAR
);
COMMENT ON TABLE articles IS 'One article, with the event that it reports.';
COMMENT ON COLUMN articles.article_id IS 'Id made from the article''s words: the same article has the same id everywhere.';
COMMENT ON COLUMN articles.run_id IS 'The run that wrote the article''s rows; see runs.';
COMMENT ON COLUMN articles.source_path IS 'Where the article was read from, as the run named it.';
COMMENT ON COLUMN articles.url IS 'Address of the article, if its file tells.';
COMMENT ON COLUMN articles.site IS 'Site that published the article: its host name, or its name where no address is known.';
COMMENT ON COLUMN articles.title IS 'Headline, where the file tells it apart from the text.';
COMMENT ON COLUMN articles.text IS 'The whole text. All offsets of other tables count in it: Unicode code points, [start_char, end_char).';
COMMENT ON COLUMN articles.language IS 'Main language of the text, ISO 639-1; NULL where it could not be told.';
COMMENT ON COLUMN articles.language_confidence IS 'Probability of language, 0 to 1.';
COMMENT ON COLUMN articles.published_on IS 'Day of publication, from the file or from the text.';
COMMENT ON COLUMN articles.event_type IS 'What the article reports: meeting, signing, visit, training, conference or other.';
COMMENT ON COLUMN articles.event_date IS 'When it took place, ISO 8601, as fine as the article tells: a day, month, year or start/end; XXXX for a year that is not told.';
COMMENT ON COLUMN articles.event_place IS 'Where it took place: city or country.';
COMMENT ON COLUMN articles.is_cooperation IS 'Whether the article is news of cooperation at all; NULL where the engine cannot tell.';
COMMENT ON COLUMN articles.duplicate_of IS 'article_id of the first copy of the same news; NULL for a first copy.';
COMMENT ON COLUMN articles.file IS 'Absolute path of the file that the article was read from; see sources.';

CREATE TABLE passages (
    article_id VARCHAR,
    start_char BIGINT,
    end_char BIGINT,
    language VARCHAR,
    confidence DOUBLE
);
COMMENT ON TABLE passages IS 'One stretch of an article that is in one language.';
COMMENT ON COLUMN passages.article_id IS 'The article; see articles.';
COMMENT ON COLUMN passages.start_char IS 'First character of the stretch: offset into articles.text, in code points.';
COMMENT ON COLUMN passages.end_char IS 'Offset behind the last character, in code points.';
COMMENT ON COLUMN passages.language IS 'Language of the stretch, ISO 639-1; NULL where it could not be told.';
COMMENT ON COLUMN passages.confidence IS 'Probability of language, 0 to 1; NULL where none is known.';

CREATE TABLE mentions (
    article_id VARCHAR,
    mention_id BIGINT,
    label VARCHAR,
    text VARCHAR,
    start_char BIGINT,
    end_char BIGINT,
    confidence DOUBLE
);
COMMENT ON TABLE mentions IS 'One labelled span of an article.';
COMMENT ON COLUMN mentions.article_id IS 'The article; see articles.';
COMMENT ON COLUMN mentions.mention_id IS 'Number of the mention, unique within the article.';
COMMENT ON COLUMN mentions.label IS 'PERSON (a name), TITLE (a position), ORG (an institution), LOC (a place), DATE, or DOC (an agreement instrument).';
COMMENT ON COLUMN mentions.text IS 'The span as the article writes it.';
COMMENT ON COLUMN mentions.start_char IS 'First character of the span: offset into articles.text, in code points.';
COMMENT ON COLUMN mentions.end_char IS 'Offset behind the last character, in code points.';
COMMENT ON COLUMN mentions.confidence IS 'Probability that span and label are right, 0 to 1; NULL where the engine gives none.';

CREATE TABLE article_institutions (
    article_id VARCHAR,
    institution_id VARCHAR,
    name VARCHAR,
    acronym VARCHAR,
    country VARCHAR,
    kind VARCHAR,
    mention_ids BIGINT[]
);
COMMENT ON TABLE article_institutions IS 'One institution in one article, all its mentions together.';
COMMENT ON COLUMN article_institutions.article_id IS 'The article; see articles.';
COMMENT ON COLUMN article_institutions.institution_id IS 'The institution across articles; see institutions.';
COMMENT ON COLUMN article_institutions.name IS 'Fullest name in the article, in its dictionary form and the article''s language.';
COMMENT ON COLUMN article_institutions.acronym IS 'Acronym, if the article gives one.';
COMMENT ON COLUMN article_institutions.country IS 'Country, ISO 3166-1 alpha-2, where the article or the name tells.';
COMMENT ON COLUMN article_institutions.kind IS 'Kind of institution (such as university or ministry); NULL where it could not be told.';
COMMENT ON COLUMN article_institutions.mention_ids IS 'Its mentions; see mentions.mention_id.';

CREATE TABLE institutions (
    institution_id VARCHAR,
    name VARCHAR,
    acronym VARCHAR,
    country VARCHAR,
    kind VARCHAR,
    aliases VARCHAR[],
    articles BIGINT
);
COMMENT ON TABLE institutions IS 'All institutions of one name across articles, summed up from article_institutions at the end of a run.';
COMMENT ON COLUMN institutions.institution_id IS 'Id of the institution.';
COMMENT ON COLUMN institutions.name IS 'The name most articles give it; of equally frequent names the longest.';
COMMENT ON COLUMN institutions.acronym IS 'The acronym most articles give it.';
COMMENT ON COLUMN institutions.country IS 'Country, ISO 3166-1 alpha-2, as most articles tell.';
COMMENT ON COLUMN institutions.kind IS 'Kind of institution, as most articles tell.';
COMMENT ON COLUMN institutions.aliases IS 'All its names in the articles, in alphabetical order.';
COMMENT ON COLUMN institutions.articles IS 'Number of articles that name it.';

CREATE TABLE officials (
    article_id VARCHAR,
    official_id BIGINT,
    person_id VARCHAR,
    name VARCHAR,
    honorific VARCHAR,
    title VARCHAR,
    institution_id VARCHAR,
    institution VARCHAR,
    side VARCHAR,
    start_char BIGINT,
    end_char BIGINT,
    text VARCHAR,
    mention_ids BIGINT[],
    title_mention_id BIGINT,
    confidence DOUBLE
);
COMMENT ON TABLE officials IS 'One person in one article who holds or represents a position.';
COMMENT ON COLUMN officials.article_id IS 'The article; see articles.';
COMMENT ON COLUMN officials.official_id IS 'Number of the official, unique within the article.';
COMMENT ON COLUMN officials.person_id IS 'The person across articles; see persons.';
COMMENT ON COLUMN officials.name IS 'Name in its dictionary form, without honorific.';
COMMENT ON COLUMN officials.honorific IS 'Degrees and forms of address as written.';
COMMENT ON COLUMN officials.title IS 'Position in its dictionary form; NULL where the article gives none.';
COMMENT ON COLUMN officials.institution_id IS 'The institution that the position belongs to; see institutions.';
COMMENT ON COLUMN officials.institution IS 'Name of that institution, as in article_institutions.';
COMMENT ON COLUMN officials.side IS 'Side the official is on: host, guest or other; NULL where it could not be told.';
COMMENT ON COLUMN officials.start_char IS 'First character of the first mention of the name: offset into articles.text, in code points.';
COMMENT ON COLUMN officials.end_char IS 'Offset behind the last character, in code points.';
COMMENT ON COLUMN officials.text IS 'The first mention of the name, as the article writes it.';
COMMENT ON COLUMN officials.mention_ids IS 'All mentions of the person; see mentions.mention_id.';
COMMENT ON COLUMN officials.title_mention_id IS 'The mention that gives the title; see mentions.mention_id.';
COMMENT ON COLUMN officials.confidence IS 'Probability that this is an official of this name, 0 to 1, whatever the title and institution; NULL where the engine gives none.';

CREATE TABLE persons (
    person_id VARCHAR,
    name VARCHAR,
    aliases VARCHAR[],
    articles BIGINT
);
COMMENT ON TABLE persons IS 'All officials of one name across articles, summed up from officials at the end of a run.';
COMMENT ON COLUMN persons.person_id IS 'Id of the person.';
COMMENT ON COLUMN persons.name IS 'The name most articles give; of equally frequent names the longest.';
COMMENT ON COLUMN persons.aliases IS 'All names of the person in the articles, in alphabetical order.';
COMMENT ON COLUMN persons.articles IS 'Number of articles in which the person is an official.';

CREATE TABLE dates (
    article_id VARCHAR,
    mention_id BIGINT,
    text VARCHAR,
    start_char BIGINT,
    end_char BIGINT,
    value VARCHAR,
    start_date DATE,
    end_date DATE,
    granularity VARCHAR,
    role VARCHAR
);
COMMENT ON TABLE dates IS 'One date mention with its calendar value.';
COMMENT ON COLUMN dates.article_id IS 'The article; see articles.';
COMMENT ON COLUMN dates.mention_id IS 'The mention; see mentions.';
COMMENT ON COLUMN dates.text IS 'The date as the article writes it.';
COMMENT ON COLUMN dates.start_char IS 'First character: offset into articles.text, in code points.';
COMMENT ON COLUMN dates.end_char IS 'Offset behind the last character, in code points.';
COMMENT ON COLUMN dates.value IS 'ISO 8601 value: day, month, year, or start/end; XXXX for a year that is not told.';
COMMENT ON COLUMN dates.start_date IS 'First day of the date; NULL if its year is not told.';
COMMENT ON COLUMN dates.end_date IS 'Last day of the date; NULL if its year is not told.';
COMMENT ON COLUMN dates.granularity IS 'How fine the date is: day, month, year or range.';
COMMENT ON COLUMN dates.role IS 'event (when the news took place), published, or mentioned.';

CREATE TABLE instruments (
    article_id VARCHAR,
    mention_id BIGINT,
    text VARCHAR,
    start_char BIGINT,
    end_char BIGINT,
    kind VARCHAR,
    status VARCHAR,
    signed_on VARCHAR
);
COMMENT ON TABLE instruments IS 'One mention of an agreement instrument.';
COMMENT ON COLUMN instruments.article_id IS 'The article; see articles.';
COMMENT ON COLUMN instruments.mention_id IS 'The mention; see mentions.';
COMMENT ON COLUMN instruments.text IS 'The instrument as the article names it.';
COMMENT ON COLUMN instruments.start_char IS 'First character: offset into articles.text, in code points.';
COMMENT ON COLUMN instruments.end_char IS 'Offset behind the last character, in code points.';
COMMENT ON COLUMN instruments.kind IS 'memorandum, agreement, protocol, plan, statement, contract or other.';
COMMENT ON COLUMN instruments.status IS 'signed (at this event), in_force (signed before) or planned.';
COMMENT ON COLUMN instruments.signed_on IS 'When it was signed, ISO 8601, as fine as the article tells; NULL if it does not.';

CREATE TABLE agreement_points (
    article_id VARCHAR,
    point_no BIGINT,
    marker VARCHAR,
    parent_no BIGINT,
    text VARCHAR,
    start_char BIGINT,
    end_char BIGINT,
    topic VARCHAR,
    status VARCHAR,
    deadline VARCHAR,
    confidence DOUBLE
);
COMMENT ON TABLE agreement_points IS 'One agreement point: one thing that the sides will do, want to do, or talked about doing.';
COMMENT ON COLUMN agreement_points.article_id IS 'The article; see articles.';
COMMENT ON COLUMN agreement_points.point_no IS 'Number of the point within the article, from 1, in reading order.';
COMMENT ON COLUMN agreement_points.marker IS 'Its list marker, such as (1), a) or -; NULL in running text.';
COMMENT ON COLUMN agreement_points.parent_no IS 'point_no of the point that it is nested under; NULL at the top.';
COMMENT ON COLUMN agreement_points.text IS 'The point as the article words it.';
COMMENT ON COLUMN agreement_points.start_char IS 'First character: offset into articles.text, in code points.';
COMMENT ON COLUMN agreement_points.end_char IS 'Offset behind the last character, in code points.';
COMMENT ON COLUMN agreement_points.topic IS 'training, staff_exchange, student_exchange, joint_research, conference, study_visit, experience_sharing, publication, education_programme, technology, policy, economy, institutional, culture or other.';
COMMENT ON COLUMN agreement_points.status IS 'agreed (signed, decided or scheduled), proposed (by one side) or discussed (no commitment told).';
COMMENT ON COLUMN agreement_points.deadline IS 'When it is to be done, ISO 8601; NULL if the article does not tell.';
COMMENT ON COLUMN agreement_points.confidence IS 'Probability that the point is one, 0 to 1; NULL where the engine gives none.';

CREATE TABLE point_parties (
    article_id VARCHAR,
    point_no BIGINT,
    institution_id VARCHAR,
    role VARCHAR
);
COMMENT ON TABLE point_parties IS 'One institution that is responsible for an agreement point, or party to it.';
COMMENT ON COLUMN point_parties.article_id IS 'The article; see articles.';
COMMENT ON COLUMN point_parties.point_no IS 'The point; see agreement_points.';
COMMENT ON COLUMN point_parties.institution_id IS 'The institution; see institutions.';
COMMENT ON COLUMN point_parties.role IS 'responsible, partner or beneficiary.';

CREATE TABLE failures (
    run_id VARCHAR,
    source_path VARCHAR,
    stage VARCHAR,
    error VARCHAR,
    message VARCHAR,
    article_id VARCHAR,
    file VARCHAR
);
COMMENT ON TABLE failures IS 'One input or article that could not be processed when it was last tried.';
COMMENT ON COLUMN failures.run_id IS 'The run that tried last; see runs.';
COMMENT ON COLUMN failures.source_path IS 'The input, as the run named it.';
COMMENT ON COLUMN failures.stage IS 'Where it failed: ingest, language, extract or store.';
COMMENT ON COLUMN failures.error IS 'A short word for the kind of failure.';
COMMENT ON COLUMN failures.message IS 'What is wrong, where, and what to do about it.';
COMMENT ON COLUMN failures.article_id IS 'Id of the article that failed; NULL where the input itself could not be read.';
COMMENT ON COLUMN failures.file IS 'Absolute path of the input.';

CREATE TABLE sources (
    file VARCHAR PRIMARY KEY,
    source_path VARCHAR,
    content_hash VARCHAR,
    articles BIGINT,
    failures BIGINT,
    fields VARCHAR,
    engine VARCHAR,
    model VARCHAR,
    version VARCHAR,
    run_id VARCHAR
);
COMMENT ON TABLE sources IS 'One input file, with what the next run needs to know to leave it alone.';
COMMENT ON COLUMN sources.file IS 'Absolute path of the file.';
COMMENT ON COLUMN sources.source_path IS 'The file as the run named it.';
COMMENT ON COLUMN sources.content_hash IS 'BLAKE2b hash of the file''s bytes; NULL while the file is only partly read.';
COMMENT ON COLUMN sources.articles IS 'Number of articles in the file, copies among them.';
COMMENT ON COLUMN sources.failures IS 'Number of articles in it that failed; a file with any is read again by the next run.';
COMMENT ON COLUMN sources.fields IS 'Which fields of the file hold what, as the run was told; NULL for the usual ones.';
COMMENT ON COLUMN sources.engine IS 'Engine that read it.';
COMMENT ON COLUMN sources.model IS 'Model of that engine; NULL for an engine without one.';
COMMENT ON COLUMN sources.version IS 'Version of Communique that read it.';
COMMENT ON COLUMN sources.run_id IS 'The run that read it last; see runs.';

CREATE TABLE article_sources (
    file VARCHAR,
    article_id VARCHAR,
    fingerprint VARCHAR,
    run_id VARCHAR
);
COMMENT ON TABLE article_sources IS 'One article in one file. An article that is in several files has one row in articles and several here.';
COMMENT ON COLUMN article_sources.file IS 'The file; see sources.';
COMMENT ON COLUMN article_sources.article_id IS 'The article; see articles.';
COMMENT ON COLUMN article_sources.fingerprint IS 'Hash of the article as this file gives it, text and all it tells besides, by which a change is noticed.';
COMMENT ON COLUMN article_sources.run_id IS 'The run that saw the article in the file last; see runs.';
