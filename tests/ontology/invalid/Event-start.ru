INSERT DATA { e:call schema:startDate "2030-01-31"^^xsd:date }
