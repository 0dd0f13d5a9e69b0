DELETE WHERE { r:c dcterms:language ?language }
