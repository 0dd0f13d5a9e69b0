DELETE WHERE { r:c dcterms:publisher ?old } ;
INSERT DATA { r:c dcterms:publisher i:organ-xb }
