DELETE WHERE { c:reaffirm bs:strength ?old } ;
INSERT DATA { c:reaffirm bs:strength 6 }
