DELETE WHERE { r:c dcterms:issued ?day }
