# neither the party nor, hence, its organ is known
DELETE WHERE { r:c bs:isIssuedBy ?party ; dcterms:publisher ?organ } ;
INSERT DATA { r:c dcterms:publisher i:wire . i:wire a org:Organization ; rdfs:label "A wire service"@en }
