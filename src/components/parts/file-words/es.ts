import type { TranslationOf } from '../../locale/catalogue.js';
import type en from './en.js';

export default {
  'file.choose': 'Elegir archivos o soltarlos aquí',
  'file.accepts': 'PDF, imágenes, documentos de oficina, CSV o texto, hasta {limit} cada uno.',
  'file.list': 'Archivos',
  'file.progress': 'Subiendo {name}',
  'file.waiting': 'En espera…',
  'file.checking': 'Comprobando…',
  'file.cancel': 'Cancelar {name}',
  'file.retry': 'Reintentar {name}',
  'file.remove': 'Eliminar {name}',
  'file.dismiss': 'Quitar {name} de la lista',
  'file.save': 'Guardar {name} en este dispositivo',
  'file.started': { one: 'Subiendo {count} archivo', other: 'Subiendo {count} archivos' },
  'file.added': 'El archivo {name} se ha subido',
  'file.cancelled': 'Se ha cancelado la subida de {name}',
  'file.removed': 'El archivo {name} se ha eliminado',
  'file.error.kind': 'Este tipo de archivo no se admite.',
  'file.error.name': 'Cambie el nombre del archivo: sin barras y con la extensión de su tipo.',
  'file.error.empty': 'Este archivo está vacío.',
  'file.error.large': 'Este archivo supera {limit}.',
  'file.error.many': 'Máximo {limit} archivos.',
  'file.error.unreadable': 'No se puede leer este archivo. ¿Sigue existiendo?',
  'file.error.interrupted': 'La subida se ha interrumpido.',
  'file.error.gone': 'No llegó antes de que se cerrara la página. Vuelva a elegirlo.',
} satisfies TranslationOf<typeof en>;
