DELETE WHERE { r:c dcterms:identifier ?id }
