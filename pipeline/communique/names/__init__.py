"""Names of persons, positions, institutions and countries: dictionary forms and honorifics."""
