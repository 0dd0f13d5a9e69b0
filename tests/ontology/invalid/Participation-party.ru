DELETE WHERE { i:part bs:represents ?old } ;
INSERT DATA { i:part bs:represents i:organ-xa }
