DELETE WHERE { r:c bs:bodyEnd ?old } ;
INSERT DATA { r:c bs:bodyEnd 61 }
