DELETE WHERE { i:term schema:endDate ?old } ;
INSERT DATA { i:term schema:endDate "2029"^^xsd:gYear }
