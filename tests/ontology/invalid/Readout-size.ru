DELETE WHERE { r:c schema:contentSize ?size }
