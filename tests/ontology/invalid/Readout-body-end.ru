DELETE WHERE { r:c bs:bodyEnd ?end }
