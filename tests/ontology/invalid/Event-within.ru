DELETE WHERE { e:talks schema:startDate ?old } ;
INSERT DATA { e:talks schema:startDate "2029-12-31"^^xsd:date }
