INSERT DATA { r:c bs:hasInferredProperty dcterms:spatial }
