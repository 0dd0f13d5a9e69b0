INSERT DATA { al:later rdf:predicate dcterms:relation . c:reaffirm dcterms:relation c:agree-a }
