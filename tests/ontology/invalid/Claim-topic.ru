DELETE WHERE { c:reaffirm dcterms:subject ?topic }
