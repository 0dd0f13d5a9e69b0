DELETE WHERE { e:call schema:endDate ?old } ;
INSERT DATA { e:call schema:endDate "2030-01-31"^^xsd:date }
