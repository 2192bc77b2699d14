import type { IBinaryData } from 'n8n-workflow';

import { fileNameOf, isProgram } from '../../../nodes/shared/documents/fileName';

type Facts = Partial<Pick<IBinaryData, 'fileName' | 'fileExtension' | 'mimeType'>>;

describe('the name of a file is completed from what n8n knows of it', () => {
	test.each<[Facts, string]>([
		[{ fileName: 'LOA.PDF' }, 'LOA.PDF'],
		[{ fileName: 'LOA', fileExtension: 'pdf' }, 'LOA.pdf'],
		[{ fileName: '1', fileExtension: '.PDF' }, '1.pdf'],
		[{ fileName: 'LOA', mimeType: 'application/pdf' }, 'LOA.pdf'],
		[{ fileName: 'LOA', mimeType: 'Application/PDF; charset=binary' }, 'LOA.pdf'],
		[{ fileExtension: 'png' }, 'data.png'],
		[{ mimeType: 'image/jpeg' }, 'data.jpg'],
		[{ fileName: 'Contract 2.0', mimeType: 'application/pdf' }, 'Contract 2.0.pdf'],
		[{ fileName: 'LOA.2026', fileExtension: '2026', mimeType: 'application/pdf' }, 'LOA.2026.pdf'],
		[{ fileName: 'letter', mimeType: 'message/rfc822' }, 'letter.eml'],
		[{ fileName: 'notes', mimeType: 'text/plain' }, 'notes.txt'],
		[{ fileName: 'photo.jfif', fileExtension: 'jfif', mimeType: 'image/jpeg' }, 'photo.jfif'],
		[{ fileName: 'scan.heic', mimeType: 'application/octet-stream' }, 'scan.heic'],
		[{ fileName: 'signed.pdf.p7m', mimeType: 'application/pkcs7-mime' }, 'signed.pdf.p7m'],
		[{ fileName: 'plan.dwg', fileExtension: 'dwg', mimeType: 'text/plain' }, 'plan.dwg'],
		[{ fileName: 'plan.dwg' }, 'plan.dwg'],
		[{ fileName: 'LOA', mimeType: 'application/octet-stream' }, 'LOA'],
		[{ fileName: 'C:\\Orders\\LOA.pdf' }, 'LOA.pdf'],
		[{ fileName: '../../LOA.pdf' }, 'LOA.pdf'],
		[{ fileName: ' ', mimeType: 'application/pdf' }, 'data.pdf'],
		[{ fileName: '.pdf', mimeType: 'application/pdf' }, '.pdf.pdf'],
		[{}, 'data'],
	])('%j is %j', (facts, name) => expect(fileNameOf({ mimeType: '', ...facts }, 'data')).toBe(name));
});

describe('only programs are refused by their name', () => {
	test.each(['setup.exe', 'LOA.pdf.EXE', 'run.bat', 'a.js', 'macro.vbs', 'x.ps1', 'app.jar', 'a.scr', 'install.sh'])(
		'%s is one',
		(name) => expect(isProgram(name)).toBe(true),
	);
	test.each(
		(
			'loa.pdf a.docx a.p7m a.heic a.webp a.jfif mail.msg mail.eml a.zip a.xyz exe LOA 1 a.exe.pdf page.html ' +
			'a.pages'
		).split(' '),
	)('%s is none', (name) => expect(isProgram(name)).toBe(false));

	it('whose media type says that it is one', () =>
		expect(isProgram(fileNameOf({ fileName: 'LOA', mimeType: 'application/x-msdownload' }, 'data'))).toBe(true));
});
