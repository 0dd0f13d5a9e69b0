DELETE WHERE { r:c bs:hasKind ?old } ;
INSERT DATA { r:c bs:hasKind kind:readout-joint-statement }
