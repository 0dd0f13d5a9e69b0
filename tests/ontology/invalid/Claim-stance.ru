DELETE WHERE { c:reaffirm bs:stance ?old } ;
INSERT DATA { c:reaffirm bs:stance 2 }
