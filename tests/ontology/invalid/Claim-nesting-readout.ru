# the nested claim is moved to another readout of the same event, with evidence from there
DELETE { c:promise bs:isInReadout ?readout ; bs:isEvidencedBy ?span } WHERE { c:promise bs:isInReadout ?readout ; bs:isEvidencedBy ?span } ;
INSERT DATA { c:promise bs:isInReadout r:b ; bs:isEvidencedBy <https://w3id.org/bothsides/id/readout/b#char=0,31> }
