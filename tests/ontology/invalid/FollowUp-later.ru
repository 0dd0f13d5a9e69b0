DELETE WHERE { e:call schema:startDate ?from ; schema:endDate ?to } ;
INSERT DATA { e:call schema:startDate "2029-12-01"^^xsd:date ; schema:endDate "2029-12-01"^^xsd:date }
