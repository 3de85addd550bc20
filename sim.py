import json,sys
f=sys.argv[1]; o=sys.argv[2]
d=json.load(open(f))
for it,v in d['scans'][o].items():
    for c in v['codes']:
        for kk in('cis','uin','rnpt','gtd'):
            if kk in c: print(json.dumps(c[kk])[1:-1].replace('\\u001d','\\x1d')); break
        else: print(v['ean'])
