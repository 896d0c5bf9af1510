-- The tables across articles, summed up anew from the tables of the articles.

DELETE FROM institutions;
INSERT INTO institutions BY NAME
WITH told AS (
    UNPIVOT (SELECT institution_id, name, acronym, country, kind FROM article_institutions)
    ON name, acronym, country, kind INTO NAME field VALUE value
),
counted AS (
    SELECT institution_id, field, value, count(*) AS n FROM told GROUP BY ALL
),
best AS (
    SELECT
        institution_id,
        arg_max(value, (n, length(value), value)) FILTER (field = 'name') AS name,
        arg_max(value, (n, length(value), value)) FILTER (field = 'acronym') AS acronym,
        arg_max(value, (n, length(value), value)) FILTER (field = 'country') AS country,
        arg_max(value, (n, length(value), value)) FILTER (field = 'kind') AS kind,
        list(value ORDER BY value) FILTER (field = 'name') AS aliases
    FROM counted
    GROUP BY institution_id
)
SELECT best.*, seen.articles
FROM best
JOIN (
    SELECT institution_id, count(DISTINCT article_id) AS articles
    FROM article_institutions
    GROUP BY institution_id
) AS seen USING (institution_id);

DELETE FROM persons;
INSERT INTO persons BY NAME
WITH counted AS (
    SELECT person_id, name, count(*) AS n FROM officials GROUP BY ALL
)
SELECT
    person_id,
    arg_max(counted.name, (n, length(counted.name), counted.name)) AS name,
    list(counted.name ORDER BY counted.name) AS aliases,
    any_value(seen.articles) AS articles
FROM counted
JOIN (
    SELECT person_id, count(DISTINCT article_id) AS articles
    FROM officials
    GROUP BY person_id
) AS seen USING (person_id)
GROUP BY person_id;
