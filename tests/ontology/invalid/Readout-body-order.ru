DELETE WHERE { r:c bs:bodyStart ?old } ;
INSERT DATA { r:c bs:bodyStart 61 }
