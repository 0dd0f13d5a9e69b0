DELETE WHERE { r:c bs:reportsOn ?event }
