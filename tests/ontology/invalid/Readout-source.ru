DELETE WHERE { r:c dcterms:source ?old } ;
INSERT DATA { r:c dcterms:source "c" }
