INSERT DATA { al:alone a bs:Alignment ; rdf:subject c:urge ; rdf:predicate bs:overlaps ; rdf:object c:agree-b ; bs:confidence 0.5 ; prov:wasGeneratedBy i:run }
