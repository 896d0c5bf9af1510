-- Views for the questions that analysts ask first. News that is a second copy (duplicate_of) and
-- articles that are no cooperation news are left out of all of them. Names come before ids.

CREATE VIEW article_dates AS
SELECT
    article_id,
    date,
    try_cast(date[:4] AS BIGINT) AS year,
    try_cast(date[:7] || '-01' AS DATE) AS month
FROM (
    SELECT
        article_id,
        CASE WHEN event_date NOT LIKE 'XXXX%' THEN event_date
             ELSE coalesce(CAST(published_on AS VARCHAR), event_date) END AS date
    FROM articles
    WHERE duplicate_of IS NULL AND is_cooperation IS DISTINCT FROM false
);
COMMENT ON VIEW article_dates IS 'The date that the other views put an article at: that of its event, or else of its publication.';
COMMENT ON COLUMN article_dates.article_id IS 'The article; see articles. Second copies and articles that are no cooperation news are left out.';
COMMENT ON COLUMN article_dates.date IS 'ISO 8601, as fine as the article tells: a day, month, year or start/end; NULL if nothing is known.';
COMMENT ON COLUMN article_dates.year IS 'Its year; NULL if it is not known.';
COMMENT ON COLUMN article_dates.month IS 'First day of its month; NULL if no month is known.';

CREATE VIEW meetings AS
WITH sent AS (
    SELECT
        article_id,
        institution_id,
        list(concat_ws(', ', name, title) ORDER BY official_id) AS officials,
        CASE WHEN count(DISTINCT side) = 1 THEN min(side) END AS side
    FROM officials
    WHERE institution_id IS NOT NULL
    GROUP BY article_id, institution_id
),
named AS (
    SELECT
        named.article_id,
        named.institution_id,
        coalesce(known.name, named.name) AS name,
        coalesce(known.country, named.country) AS country,
        coalesce(sent.officials, []) AS officials,
        sent.side,
        CASE WHEN sent.officials IS NOT NULL THEN 1
             WHEN parties.institution_id IS NOT NULL THEN 2
             ELSE 3 END AS basis
    FROM article_institutions AS named
    LEFT JOIN institutions AS known USING (institution_id)
    LEFT JOIN sent USING (article_id, institution_id)
    LEFT JOIN (SELECT DISTINCT article_id, institution_id FROM point_parties) AS parties
        USING (article_id, institution_id)
),
ranked AS (
    SELECT
        *,
        count(*) FILTER (basis < 3) OVER (PARTITION BY article_id) AS acting,
        count(*) OVER (PARTITION BY article_id) AS together,
        row_number() OVER (
            PARTITION BY article_id
            ORDER BY CASE side WHEN 'host' THEN 1 WHEN 'guest' THEN 3 ELSE 2 END,
                name, institution_id
        ) AS place
    FROM named
)
SELECT
    one.name AS institution,
    other.name AS partner,
    article_dates.date,
    articles.event_place AS place,
    articles.event_type,
    one.officials,
    other.officials AS partner_officials,
    one.country,
    other.country AS partner_country,
    ['officials', 'points', 'named'][greatest(one.basis, other.basis)] AS basis,
    articles.title,
    articles.url,
    article_id,
    one.institution_id,
    other.institution_id AS partner_id
FROM ranked AS one
JOIN ranked AS other USING (article_id)
JOIN article_dates USING (article_id)
JOIN articles USING (article_id)
WHERE one.place < other.place
    AND (one.side IS NULL OR one.side = 'other' OR one.side IS DISTINCT FROM other.side)
    AND (
        greatest(one.basis, other.basis) < 3
        -- of many names in a row nobody knows who met whom
        OR (
            one.acting < 2
            AND one.together <= 4
            AND articles.event_type IN ('meeting', 'signing', 'visit')
        )
    )
ORDER BY article_dates.date, article_id, one.place, other.place;
COMMENT ON VIEW meetings IS 'Who met whom: one pair of institutions in one article. Institutions on the same side are no pair.';
COMMENT ON COLUMN meetings.institution IS 'One institution: the host, where the article tells the sides.';
COMMENT ON COLUMN meetings.partner IS 'The other institution.';
COMMENT ON COLUMN meetings.date IS 'When they met, ISO 8601, or else when the article was published; see article_dates.';
COMMENT ON COLUMN meetings.place IS 'Where they met: city or country.';
COMMENT ON COLUMN meetings.event_type IS 'meeting, signing, visit, training, conference or other.';
COMMENT ON COLUMN meetings.officials IS 'Officials of institution, each as name and title.';
COMMENT ON COLUMN meetings.partner_officials IS 'Officials of partner, each as name and title.';
COMMENT ON COLUMN meetings.country IS 'Country of institution, ISO 3166-1 alpha-2.';
COMMENT ON COLUMN meetings.partner_country IS 'Country of partner, ISO 3166-1 alpha-2.';
COMMENT ON COLUMN meetings.basis IS 'How it is known that both took part: officials (both have a named official), points (one of them only as party to a point), named (only named, in news of a meeting, signing or visit that tells no more than that, and names four institutions at most).';
COMMENT ON COLUMN meetings.title IS 'Headline of the article.';
COMMENT ON COLUMN meetings.url IS 'Address of the article.';
COMMENT ON COLUMN meetings.article_id IS 'The article; see articles.';
COMMENT ON COLUMN meetings.institution_id IS 'Id of institution; see institutions.';
COMMENT ON COLUMN meetings.partner_id IS 'Id of partner; see institutions.';

CREATE VIEW agreements AS
WITH parties AS (
    SELECT
        party.article_id,
        party.point_no,
        list(coalesce(known.name, named.name) ORDER BY coalesce(known.name, named.name)) AS parties,
        list(coalesce(known.name, named.name) ORDER BY coalesce(known.name, named.name))
            FILTER (party.role = 'responsible') AS responsible,
        list(party.institution_id ORDER BY coalesce(known.name, named.name)) AS party_ids
    FROM point_parties AS party
    LEFT JOIN article_institutions AS named USING (article_id, institution_id)
    LEFT JOIN institutions AS known USING (institution_id)
    GROUP BY party.article_id, party.point_no
),
main_instruments AS (
    SELECT article_id, kind, status, text
    FROM instruments
    QUALIFY row_number() OVER (
        PARTITION BY article_id
        ORDER BY list_position(['signed', 'planned', 'in_force'], status), mention_id
    ) = 1
)
SELECT
    article_dates.date,
    point.status,
    point.topic,
    point.text AS point,
    coalesce(parties.parties, []) AS parties,
    coalesce(parties.responsible, []) AS responsible,
    point.deadline,
    main_instruments.kind AS instrument,
    main_instruments.status AS instrument_status,
    main_instruments.text AS instrument_text,
    articles.title,
    articles.url,
    articles.language,
    article_id,
    point.point_no,
    point.parent_no,
    coalesce(parties.party_ids, []) AS party_ids
FROM agreement_points AS point
JOIN article_dates USING (article_id)
JOIN articles USING (article_id)
LEFT JOIN parties USING (article_id, point_no)
LEFT JOIN main_instruments USING (article_id)
ORDER BY article_dates.date, article_id, point.point_no;
COMMENT ON VIEW agreements IS 'What was agreed, proposed or discussed: one agreement point, with its parties and the article''s instrument.';
COMMENT ON COLUMN agreements.date IS 'When, ISO 8601; see article_dates.';
COMMENT ON COLUMN agreements.status IS 'agreed, proposed or discussed.';
COMMENT ON COLUMN agreements.topic IS 'Topic of the point; see agreement_points.topic.';
COMMENT ON COLUMN agreements.point IS 'The point as the article words it.';
COMMENT ON COLUMN agreements.parties IS 'Names of all institutions that are party to the point, in whatever role.';
COMMENT ON COLUMN agreements.responsible IS 'Names of those responsible for it.';
COMMENT ON COLUMN agreements.deadline IS 'When it is to be done, ISO 8601; NULL if the article does not tell.';
COMMENT ON COLUMN agreements.instrument IS 'Kind of the article''s main instrument: one signed at the event before one planned before one signed earlier.';
COMMENT ON COLUMN agreements.instrument_status IS 'Its status: signed, planned or in_force.';
COMMENT ON COLUMN agreements.instrument_text IS 'The instrument as the article names it.';
COMMENT ON COLUMN agreements.title IS 'Headline of the article.';
COMMENT ON COLUMN agreements.url IS 'Address of the article.';
COMMENT ON COLUMN agreements.language IS 'Language of the article, ISO 639-1.';
COMMENT ON COLUMN agreements.article_id IS 'The article; see articles.';
COMMENT ON COLUMN agreements.point_no IS 'Number of the point in the article; see agreement_points.';
COMMENT ON COLUMN agreements.parent_no IS 'point_no of the point that it is nested under; NULL at the top.';
COMMENT ON COLUMN agreements.party_ids IS 'Ids of parties, in the same order; see institutions.';

CREATE VIEW official_timeline AS
SELECT
    coalesce(persons.name, official.name) AS name,
    article_dates.date,
    official.title,
    official.institution,
    named.country,
    official.honorific,
    official.side,
    articles.event_type,
    articles.event_place AS place,
    articles.title AS article_title,
    articles.url,
    person_id,
    official.institution_id,
    article_id
FROM officials AS official
JOIN article_dates USING (article_id)
JOIN articles USING (article_id)
LEFT JOIN persons USING (person_id)
LEFT JOIN article_institutions AS named USING (article_id, institution_id)
ORDER BY name, person_id, article_dates.date, article_id;
COMMENT ON VIEW official_timeline IS 'Officials over time: title and institution of a person as stated at each date.';
COMMENT ON COLUMN official_timeline.name IS 'The person''s name; see persons.';
COMMENT ON COLUMN official_timeline.date IS 'When, ISO 8601; see article_dates.';
COMMENT ON COLUMN official_timeline.title IS 'Position as the article states it.';
COMMENT ON COLUMN official_timeline.institution IS 'Institution of the position, as the article states it.';
COMMENT ON COLUMN official_timeline.country IS 'Country of the institution, ISO 3166-1 alpha-2.';
COMMENT ON COLUMN official_timeline.honorific IS 'Degrees and forms of address as written.';
COMMENT ON COLUMN official_timeline.side IS 'host, guest or other; NULL where it could not be told.';
COMMENT ON COLUMN official_timeline.event_type IS 'What the article reports: meeting, signing, visit, training, conference or other.';
COMMENT ON COLUMN official_timeline.place IS 'Where it took place: city or country.';
COMMENT ON COLUMN official_timeline.article_title IS 'Headline of the article.';
COMMENT ON COLUMN official_timeline.url IS 'Address of the article.';
COMMENT ON COLUMN official_timeline.person_id IS 'Id of the person; see persons.';
COMMENT ON COLUMN official_timeline.institution_id IS 'Id of the institution; see institutions.';
COMMENT ON COLUMN official_timeline.article_id IS 'The article; see articles.';

CREATE VIEW partners AS
WITH pairs AS (
    SELECT
        institution, country, partner, partner_country, date, article_id, institution_id, partner_id
    FROM meetings
    UNION ALL
    SELECT
        partner, partner_country, institution, country, date, article_id, partner_id, institution_id
    FROM meetings
),
agreed AS (
    SELECT article_id, count(*) AS points
    FROM agreement_points
    WHERE status = 'agreed'
    GROUP BY article_id
)
SELECT
    pairs.institution,
    pairs.partner,
    pairs.partner_country,
    try_cast(pairs.date[:4] AS BIGINT) AS year,
    count(*) AS articles,
    CAST(coalesce(sum(agreed.points), 0) AS BIGINT) AS agreed_points,
    min(pairs.date) AS first_date,
    max(pairs.date) AS last_date,
    pairs.country,
    pairs.institution_id,
    pairs.partner_id
FROM pairs
LEFT JOIN agreed USING (article_id)
GROUP BY ALL
ORDER BY pairs.institution, year, pairs.partner_country, pairs.partner;
COMMENT ON VIEW partners IS 'Partners of an institution by country and year. Every pair is there from both ends.';
COMMENT ON COLUMN partners.institution IS 'The institution.';
COMMENT ON COLUMN partners.partner IS 'Its partner: an institution it met; see meetings.';
COMMENT ON COLUMN partners.partner_country IS 'Country of the partner, ISO 3166-1 alpha-2.';
COMMENT ON COLUMN partners.year IS 'Year of the meetings; NULL where it is not known.';
COMMENT ON COLUMN partners.articles IS 'Number of articles on the two in that year.';
COMMENT ON COLUMN partners.agreed_points IS 'Number of points agreed in these articles.';
COMMENT ON COLUMN partners.first_date IS 'First date in that year, ISO 8601.';
COMMENT ON COLUMN partners.last_date IS 'Last date in that year, ISO 8601.';
COMMENT ON COLUMN partners.country IS 'Country of the institution, ISO 3166-1 alpha-2.';
COMMENT ON COLUMN partners.institution_id IS 'Id of the institution; see institutions.';
COMMENT ON COLUMN partners.partner_id IS 'Id of the partner; see institutions.';

CREATE VIEW points_over_time AS
SELECT
    article_dates.month,
    point.topic,
    point.status,
    count(*) AS points,
    count(DISTINCT article_id) AS articles
FROM agreement_points AS point
JOIN article_dates USING (article_id)
GROUP BY ALL
ORDER BY article_dates.month, points DESC, point.topic, point.status;
COMMENT ON VIEW points_over_time IS 'Agreement points by topic and status per month.';
COMMENT ON COLUMN points_over_time.month IS 'First day of the month; NULL where no month is known.';
COMMENT ON COLUMN points_over_time.topic IS 'Topic of the points; see agreement_points.topic.';
COMMENT ON COLUMN points_over_time.status IS 'agreed, proposed or discussed.';
COMMENT ON COLUMN points_over_time.points IS 'Number of points.';
COMMENT ON COLUMN points_over_time.articles IS 'Number of articles that they are in.';
