INSERT DATA { e:call schema:endDate "2030-02-02"^^xsd:date }
