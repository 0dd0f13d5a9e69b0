DELETE WHERE { c:reaffirm bs:isInEvent ?old } ;
INSERT DATA { c:reaffirm bs:isInEvent e:talks }
