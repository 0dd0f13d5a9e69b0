DELETE WHERE { c:reaffirm bs:content ?old } ;
INSERT DATA { c:reaffirm bs:content "the hotline" }
