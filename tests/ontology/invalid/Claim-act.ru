INSERT DATA { c:reaffirm bs:performsAct act:state }
