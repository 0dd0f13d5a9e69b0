DELETE WHERE { as:alone bs:hasNearest ?old } ;
INSERT DATA { as:alone bs:hasNearest r:b }
