DELETE WHERE { c:reaffirm bs:confidence ?old } ;
INSERT DATA { c:reaffirm bs:confidence 1.5 }
