DELETE WHERE { r:c dcterms:publisher ?organ }
