DELETE WHERE { as:shared bs:hasStatus ?old } ;
INSERT DATA { as:shared bs:hasStatus kind:status }
